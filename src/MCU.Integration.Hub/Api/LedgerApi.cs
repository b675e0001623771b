using MCU.Integration.Hub.SignIn;
using MCU.Integration.Pipeline.Ledger;
using Microsoft.AspNetCore.Http.HttpResults;

namespace MCU.Integration.Hub.Api;

/// <summary><c>/api/v1/ledger</c>: what became of every message and delivery, in figures that always add up.</summary>
internal static class LedgerApi
{
    public static void MapLedger(this IEndpointRouteBuilder api)
    {
        var ledger = api.MapGroup("/ledger").WithTags("ledger");
        ledger.MapGet("", ReadAsync).Says("getLedger", "The figures per adapter and in total.");
        ledger.MapGet("/verify", VerifyAsync).Says("verifyLedger", "Counts the rows themselves, cases included, and names every figure that differs; slow on a large hub.");
    }

    private static async Task<Ok<LedgerResource>> ReadAsync(LedgerDesk desk, Caller caller, CancellationToken cancellation) =>
        TypedResults.Ok(LedgerResource.Of(await desk.ReadAsync(caller, cancellation)));

    private static async Task<Ok<IReadOnlyList<LedgerDifference>>> VerifyAsync(LedgerDesk desk, Caller caller, CancellationToken cancellation) =>
        TypedResults.Ok(await desk.VerifyAsync(caller, cancellation));

    internal sealed record LedgerResource(LedgerLine Total, IReadOnlyList<LedgerLine> Adapters)
    {
        public static LedgerResource Of(IReadOnlyList<LedgerLine> lines) => new(
            lines.Aggregate(new LedgerLine("*", 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0), static (sum, line) => new(
                "*",
                sum.Received + line.Received,
                sum.Rejected + line.Rejected,
                sum.Accepted + line.Accepted,
                sum.Processed + line.Processed,
                sum.Waiting + line.Waiting,
                sum.Dead + line.Dead,
                sum.DeliveriesCreated + line.DeliveriesCreated,
                sum.Delivered + line.Delivered,
                sum.Refused + line.Refused,
                sum.Superseded + line.Superseded,
                sum.DeliveriesWaiting + line.DeliveriesWaiting,
                sum.Held + line.Held,
                sum.DeliveriesDead + line.DeliveriesDead)),
            lines);
    }
}
