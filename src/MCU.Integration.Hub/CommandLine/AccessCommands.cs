using System.CommandLine;
using System.Text.Json.Nodes;
using MCU.Integration.Domain.Values;
using MCU.Integration.Pipeline.Access;

namespace MCU.Integration.Hub.CommandLine;

/// <summary><c>keys</c> and <c>users</c>.</summary>
internal static class AccessCommands
{
    public static Command Keys(TextWriter output)
    {
        var command = new Command("keys", "Keys of sealing and of programs.") { Rotate(output), CreateKey(output) };
        return command;
    }

    public static Command Users(TextWriter output)
    {
        var (hub, roles, adapters) = (new HubAddress(), Roles(), Adapters());
        var name = new Argument<string>("name") { Description = "Name to sign in with." };
        var add = new Command("add", "Adds a user and prints the link that sets the password, once.") { name, roles, adapters };
        hub.AddTo(add);
        add.SetAction(async (parsed, cancellation) =>
        {
            await using var connection = await hub.ConnectAsync(parsed, cancellation);
            var body = new JsonObject { ["name"] = parsed.GetValue(name), ["roles"] = Array(parsed.GetValue(roles)), ["adapters"] = Array(parsed.GetValue(adapters)) };
            var invitation = await connection.SendAsync(HttpMethod.Post, "users", body, cancellation);
            await output.WriteLineAsync($"Below the hub's address, works once, for three days: {invitation.GetProperty("link").GetString()}");
            return ExitCode.Success;
        });
        return new Command("users", "Users of the hub.") { add };
    }

    private static Command Rotate(TextWriter output)
    {
        var hub = new HubAddress();
        var command = new Command("rotate", "Puts a new master key into use; back the key file up afterwards.");
        hub.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var connection = await hub.ConnectAsync(parsed, cancellation);
            var rotation = await connection.SendAsync(HttpMethod.Post, "master-keys", null, cancellation);
            await output.WriteLineAsync($"Master key {rotation.GetProperty("masterKey").GetString()} is in use; {rotation.GetProperty("rewrapped")} data keys were wrapped anew.");
            return ExitCode.Success;
        });
        return command;
    }

    private static Command CreateKey(TextWriter output)
    {
        var (hub, roles, adapters) = (new HubAddress(), Roles(), Adapters());
        var name = new Argument<string>("name") { Description = "What the key is for." };
        var command = new Command("create", "Makes an API key and prints it, once.") { name, roles, adapters };
        hub.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var connection = await hub.ConnectAsync(parsed, cancellation);
            var body = new JsonObject { ["name"] = parsed.GetValue(name), ["roles"] = Array(parsed.GetValue(roles)), ["adapters"] = Array(parsed.GetValue(adapters)) };
            await output.WriteLineAsync((await connection.SendAsync(HttpMethod.Post, "keys", body, cancellation)).GetProperty("secret").GetString());
            return ExitCode.Success;
        });
        return command;
    }

    private static Option<string[]> Roles()
    {
        var roles = new Option<string[]>("--role") { Description = $"One or more of: {string.Join(", ", EnumWord.All<HubRole>())}.", Required = true, AllowMultipleArgumentsPerToken = true };
        roles.AcceptOnlyFromAmong([.. EnumWord.All<HubRole>()]);
        return roles;
    }

    private static Option<string[]> Adapters() => new("--adapter") { Description = "Limits to these adapters; all when absent.", AllowMultipleArgumentsPerToken = true };

    private static JsonArray Array(string[]? words) => new([.. (words ?? []).Select(word => JsonValue.Create(word))]);
}
