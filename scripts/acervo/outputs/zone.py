"""Central Mexico time as a calendar file tells it, so that no calendar has to know it.

In: nothing. Out: the text of the time zone. Never: depends on what this machine knows of zones.
Source: the tz database, America/Mexico_City: no summer time before 1996; from the first Sunday of April to the last of
October, but in 2001 from May to September; none after 30 October 2022 (Ley de los Husos Horarios, DOF 28-10-2022).
The tests compare it with the database, hour by hour.
"""

ZONE = "America/Mexico_City"

_WINTER = "BEGIN:STANDARD\r\nTZNAME:CST\r\nTZOFFSETFROM:-0500\r\nTZOFFSETTO:-0600\r\n"
_SUMMER = "BEGIN:DAYLIGHT\r\nTZNAME:CDT\r\nTZOFFSETFROM:-0600\r\nTZOFFSETTO:-0500\r\n"
_TO_APRIL = "RRULE:FREQ=YEARLY;BYMONTH=4;BYDAY=1SU;UNTIL={}T080000Z\r\nEND:DAYLIGHT\r\n"
_TO_OCTOBER = "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU;UNTIL={}T070000Z\r\nEND:STANDARD\r\n"

VTIMEZONE = "".join((
    f"BEGIN:VTIMEZONE\r\nTZID:{ZONE}\r\n",
    "BEGIN:STANDARD\r\nTZNAME:CST\r\nTZOFFSETFROM:-0600\r\nTZOFFSETTO:-0600\r\nDTSTART:19700101T000000\r\n",
    "END:STANDARD\r\n",
    _SUMMER + "DTSTART:19960407T020000\r\n" + _TO_APRIL.format("20000402"),
    _WINTER + "DTSTART:19961027T020000\r\n" + _TO_OCTOBER.format("20001029"),
    _SUMMER + "DTSTART:20010506T020000\r\nEND:DAYLIGHT\r\n",
    _WINTER + "DTSTART:20010930T020000\r\nEND:STANDARD\r\n",
    _SUMMER + "DTSTART:20020407T020000\r\n" + _TO_APRIL.format("20220403"),
    _WINTER + "DTSTART:20021027T020000\r\n" + _TO_OCTOBER.format("20221030"),
    "END:VTIMEZONE\r\n",
))  # fmt: skip
