using MCU.Integration.Pipeline.Ids;
using MCU.Integration.Pipeline.Instances;
using MCU.Integration.Pipeline.Messages;
using MCU.Integration.Pipeline.Sealing;

namespace MCU.Integration.Pipeline.Bursts;

/// <summary>What a batch of bursts reads first, in few round trips.</summary>
public sealed record BurstSnapshot(
    IReadOnlyDictionary<MessageId, (MessageRow Row, SealedBody Raw)> Messages,
    IReadOnlyDictionary<string, (InstanceRow Row, SealedBody State)> Instances);
