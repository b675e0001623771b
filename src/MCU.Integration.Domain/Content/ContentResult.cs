using MCU.Integration.Domain.Values;

namespace MCU.Integration.Domain.Content;

/// <summary>What a parser made of a text.</summary>
/// <typeparam name="T">The record.</typeparam>
/// <param name="Value">The record; null when there is an error.</param>
/// <param name="Problems">Every problem, warnings included.</param>
public sealed record ContentResult<T>(T? Value, ValueList<RuleProblem> Problems)
    where T : class
{
    /// <summary>Whether there is a record.</summary>
    public bool IsValid => Value is not null;
}
