using MCU.Integration.Pipeline.Ids;
using MCU.Integration.Pipeline.Messages;
using MCU.Integration.Pipeline.Sealing;

namespace MCU.Integration.Pipeline.Commits;

public sealed record BodyWrite(MessageId MessageId, BodyPart Part, SealedBody Body);
