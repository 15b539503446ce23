<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>TodayView</name>
    <message numerus="yes">
        <source>%n thing(s) in view</source>
        <translation>
            <numerusform>%n thing in view</numerusform>
            <numerusform>%n things in view</numerusform>
        </translation>
    </message>
</context>
</TS>
