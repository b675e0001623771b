namespace MCU.Integration.ElsaApi.Instances;

/// <summary>Body of <c>POST /activity-executions/report</c>.</summary>
internal sealed class ReportRequest
{
    public string? WorkflowInstanceId { get; set; }

    public IReadOnlyList<string>? ActivityNodeIds { get; set; }
}
