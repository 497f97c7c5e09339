"""Reading what people write in a chat, in Thai and English: hours worked, free time, skills."""

from domain.reading.availability import AvailabilityReading, read_availability
from domain.reading.hours import HoursReading, HoursSuggestion, read_hours
from domain.reading.normalise import normalise
from domain.reading.skills import SkillsReading, read_skills

__all__ = [
    "AvailabilityReading",
    "HoursReading",
    "HoursSuggestion",
    "SkillsReading",
    "normalise",
    "read_availability",
    "read_hours",
    "read_skills",
]
