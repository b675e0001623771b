using MCU.Integration.Domain.Values;
using MCU.Integration.Pipeline.Deliveries;
using MCU.Integration.Pipeline.Messages;

namespace MCU.Integration.Storage.Ledger;

/// <summary>Names of the ledger's figures: one for each state of a message and of a delivery.</summary>
internal static class LedgerFigure
{
    public static string Of(MessageState state) => "message." + EnumWord.Of(state);

    public static string Of(DeliveryState state) => "delivery." + EnumWord.Of(state);
}
