namespace MCU.Integration.Pipeline.Adapters;

/// <summary>Something that an adapter can be asked to do.</summary>
/// <param name="DocumentType">The outbound document that it takes.</param>
/// <param name="RecordType">Kind of the outside record that it creates or changes, for the link.</param>
public sealed record OperationDescription(string Name, string Title, string DocumentType, string RecordType, EffectOnce EffectOnce)
{
    /// <summary>Later waiting deliveries of this operation for the same case replace earlier ones that were never attempted.</summary>
    public bool NewestOnly { get; init; }

    /// <summary>It makes a new outside record; the other operations change one that the document names.</summary>
    public bool MakesRecord { get; init; }
}
