namespace MCU.Integration.Domain.Applicants;

/// <summary>A normalised value to be hashed into the blind index. Personal until hashed: it prints its field only.</summary>
/// <param name="Field">The field.</param>
/// <param name="Value">The normalised value.</param>
public sealed record IndexTerm(IndexField Field, string Value)
{
    /// <inheritdoc/>
    public override string ToString() => $"IndexTerm {Field}";
}
