using System.CommandLine;

namespace MCU.Integration.Hub.CommandLine;

/// <summary><c>verify</c> and <c>replay</c>.</summary>
internal static class WorkCommands
{
    public static Command Verify(TextWriter output)
    {
        var hub = new HubAddress();
        var command = new Command("verify", "Counts messages, deliveries and cases and compares them with the ledger.");
        hub.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var connection = await hub.ConnectAsync(parsed, cancellation);
            var differences = await connection.SendAsync(HttpMethod.Get, "ledger/verify", null, cancellation);
            foreach (var difference in differences.EnumerateArray())
            {
                await output.WriteLineAsync(difference.GetRawText());
            }

            var count = differences.GetArrayLength();
            await output.WriteLineAsync(count == 0 ? "The ledger is what the rows say." : $"{count} figures differ.");
            return count == 0 ? ExitCode.Success : ExitCode.Found;
        });
        return command;
    }

    public static Command Replay(TextWriter output) => new("replay", "Sends one dead message or delivery again.")
    {
        Replay("message", "messages", "Sends a dead message round again.", output),
        Replay("delivery", "deliveries", "Sends a dead, refused or held delivery again with the same keys.", output),
    };

    private static Command Replay(string name, string resource, string description, TextWriter output)
    {
        var hub = new HubAddress();
        var id = new Argument<Guid>("id");
        var command = new Command(name, description) { id };
        hub.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var connection = await hub.ConnectAsync(parsed, cancellation);
            var row = await connection.SendAsync(HttpMethod.Post, $"{resource}/{parsed.GetValue(id)}/replay", null, cancellation);
            await output.WriteLineAsync($"{name} {row.GetProperty("id").GetString()} is {row.GetProperty("state").GetString()}.");
            return ExitCode.Success;
        });
        return command;
    }
}
