using MCU.Integration.Domain.Ids;
using MCU.Integration.Pipeline.Attachments;
using MCU.Integration.Pipeline.Cases;
using MCU.Integration.Pipeline.Deliveries;
using MCU.Integration.Pipeline.Indicators;
using MCU.Integration.Pipeline.Messages;
using MCU.Integration.Pipeline.Sealing;
using MCU.Integration.Pipeline.Work;
using Microsoft.Extensions.Options;

namespace MCU.Integration.Pipeline.Bursts;

/// <summary>What every burst may read.</summary>
public sealed record BurstServices(
    ICaseStore Cases,
    IMessageStore Messages,
    IAttachmentStore Attachments,
    IDeliveryStore Deliveries,
    CaseNumbers Numbers,
    IndicatorRun Indicators,
    ISealer Sealer,
    WorkInputs Inputs,
    UuidV7Source Ids,
    IOptions<BurstOptions> Options);
