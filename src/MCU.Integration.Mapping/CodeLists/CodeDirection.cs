namespace MCU.Integration.Mapping.CodeLists;

/// <summary>The way of a lookup, or the ways in which an entry takes part.</summary>
[Flags]
public enum CodeDirection
{
    /// <summary>From the left vocabulary to the right one.</summary>
    ToRight = 1,

    ToLeft = 2,

    Both = ToRight | ToLeft,
}
