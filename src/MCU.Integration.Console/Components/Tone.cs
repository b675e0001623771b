namespace MCU.Integration.Console.Components;

/// <summary>What a colour says. Never the only bearer of a meaning: a word or sign always stands beside it.</summary>
public enum Tone
{
    Neutral,
    Good,
    Busy,
    Warning,
    Bad,
}
