namespace MCU.Integration.ElsaApi.Definitions;

/// <summary>Body of the bulk actions.</summary>
internal sealed class BulkRequest
{
    public IReadOnlyList<string>? Ids { get; set; }

    public IReadOnlyList<string>? DefinitionIds { get; set; }

    public bool? IncludeConsumingWorkflows { get; set; }
}
