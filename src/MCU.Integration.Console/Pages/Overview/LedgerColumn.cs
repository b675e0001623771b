using MCU.Integration.Console.Components;
using MCU.Integration.Pipeline.Ledger;

namespace MCU.Integration.Console.Pages.Overview;

/// <summary>One figure of the ledger's equation.</summary>
/// <param name="Sign">What stands before it: nothing, <c>=</c> or <c>+</c>.</param>
public sealed record LedgerColumn(string Sign, string Name, Func<LedgerLine, long> Figure, Tone Tone, bool IsSum = false);
