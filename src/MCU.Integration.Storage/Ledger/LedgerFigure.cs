using MCU.Integration.Domain.Cases;
using MCU.Integration.Domain.Values;
using MCU.Integration.Pipeline.Deliveries;
using MCU.Integration.Pipeline.Messages;

namespace MCU.Integration.Storage.Ledger;

/// <summary>Names of the ledger's figures: one for each state of a message, of a delivery and of a case.</summary>
internal static class LedgerFigure
{
    /// <summary>Figures of the whole hub stand under no adapter.</summary>
    public const string Hub = "";

    private const string CasePrefix = "case.";

    public static string Of(MainStatus status) => CasePrefix + EnumWord.Of(status);

    /// <exception cref="InvalidDataException">The figure is not one of cases.</exception>
    public static MainStatus StatusOf(string figure) => EnumWord.TryParse<MainStatus>(figure[CasePrefix.Length..], out var status)
        ? status
        : throw new InvalidDataException($"The ledger's figure {figure} is not one of cases.");

    public static string Of(MessageState state) => "message." + EnumWord.Of(state);

    public static string Of(DeliveryState state) => "delivery." + EnumWord.Of(state);
}
