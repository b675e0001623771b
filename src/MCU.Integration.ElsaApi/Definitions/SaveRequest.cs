using System.Text.Json.Nodes;

namespace MCU.Integration.ElsaApi.Definitions;

/// <summary>Body of <c>POST /workflow-definitions</c>.</summary>
internal sealed class SaveRequest
{
    public JsonObject? Model { get; set; }

    public bool? Publish { get; set; }
}
