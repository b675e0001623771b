namespace MCU.Integration.ElsaApi.Definitions;

/// <summary>Body of <c>POST /tests/activities</c>.</summary>
internal sealed class TestRequest
{
    public WorkflowHandle? WorkflowDefinitionHandle { get; set; }

    public ActivityHandleOf? ActivityHandle { get; set; }

    /// <summary>Which version.</summary>
    internal sealed record WorkflowHandle(string? DefinitionId, string? DefinitionVersionId, string? VersionOptions);

    /// <summary>Which activity: by its id or its node id.</summary>
    internal sealed record ActivityHandleOf(string? ActivityId, string? ActivityNodeId);
}
