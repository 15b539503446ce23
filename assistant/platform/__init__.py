"""The desktop outside the window: notifications, global shortcut, local socket, locks."""
