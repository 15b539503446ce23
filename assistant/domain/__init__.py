"""What things are: frozen values, enumerations and the ports that services call. No effects."""
