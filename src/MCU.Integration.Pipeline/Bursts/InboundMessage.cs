using System.Text.Json;
using MCU.Integration.Pipeline.Messages;

namespace MCU.Integration.Pipeline.Bursts;

/// <summary>The message that a burst works on.</summary>
/// <param name="Document">Its raw body, parsed.</param>
public sealed record InboundMessage(MessageRow Row, JsonElement Document);
