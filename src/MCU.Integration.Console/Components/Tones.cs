using MCU.Integration.Domain.Cases;
using MCU.Integration.Pipeline.Deliveries;
using MCU.Integration.Pipeline.Messages;

namespace MCU.Integration.Console.Components;

/// <summary>Which tone a state has, everywhere the same.</summary>
internal static class Tones
{
    public static Tone Of(MessageState state) => state switch
    {
        MessageState.Processed => Tone.Good,
        MessageState.Waiting => Tone.Busy,
        MessageState.Rejected => Tone.Warning,
        MessageState.Dead => Tone.Bad,
        _ => Tone.Neutral,
    };

    public static Tone Of(DeliveryState state) => state switch
    {
        DeliveryState.Delivered => Tone.Good,
        DeliveryState.Waiting => Tone.Busy,
        DeliveryState.Refused or DeliveryState.Held => Tone.Warning,
        DeliveryState.Dead => Tone.Bad,
        _ => Tone.Neutral,
    };

    public static Tone Of(MainStatus status) => status switch
    {
        MainStatus.Answered => Tone.Good,
        MainStatus.Closed => Tone.Neutral,
        _ => Tone.Busy,
    };
}
