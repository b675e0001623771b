using System.Text.Json.Nodes;

namespace MCU.Integration.Mocks.Samples;

/// <summary>One citizen's message and what the outside world does about it.</summary>
/// <param name="Name">Folder name; repeated samples carry their round, <c>007+1</c>.</param>
internal sealed record Sample(string Name, string MessageId, JsonObject Message, SampleLife Life);
