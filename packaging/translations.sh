#!/usr/bin/env bash
# Bring the catalogues up to date with the code and compile them.
#
#   bash packaging/translations.sh          update resources/i18n/*.ts from assistant/ui, then compile *.qm
#   bash packaging/translations.sh --check  fail when the catalogues are not up to date or a Chinese text is missing
#
# Translate with .venv/bin/pyside6-linguist or by hand; English holds the plurals only.
set -eu
cd "$(dirname "$0")/.."
tools=${SIDEMIND_TOOLS:-.venv/bin}
i18n=resources/i18n
[ -x "$tools/pyside6-lupdate" ] || { echo "translations: no pyside6-lupdate in $tools; run packaging/run.sh once" >&2; exit 3; }

update() { # FOLDER
  "$tools/pyside6-lupdate" -silent -locations none -no-obsolete -source-language en -target-language zh_CN assistant/ui/*.py -ts "$1/app_zh_CN.ts"
  "$tools/pyside6-lupdate" -silent -locations none -no-obsolete -source-language en -target-language en -pluralonly assistant/ui/*.py -ts "$1/app_en.ts"
}

if [ "${1:-}" = "--check" ]; then
  work=$(mktemp -d); trap 'rm -r "$work"' EXIT
  cp "$i18n"/app_*.ts "$work"; update "$work"
  for code in zh_CN en; do
    diff -q "$i18n/app_$code.ts" "$work/app_$code.ts" >/dev/null || { echo "translations: app_$code.ts is not up to date; run packaging/translations.sh" >&2; exit 1; }
  done
  ! grep -q 'type="unfinished"' "$i18n/app_zh_CN.ts" || { echo "translations: Chinese texts are missing" >&2; exit 1; }
  exit 0
fi
update "$i18n"
for code in zh_CN en; do "$tools/pyside6-lrelease" -silent "$i18n/app_$code.ts" -qm "$i18n/app_$code.qm"; done
left=$(grep -c 'type="unfinished"' "$i18n/app_zh_CN.ts" || true)
echo "translations: $left Chinese texts to translate"
