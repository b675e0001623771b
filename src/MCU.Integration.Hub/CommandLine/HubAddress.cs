using System.CommandLine;

namespace MCU.Integration.Hub.CommandLine;

/// <summary>Options of commands that need data: they talk to the running hub, or take its database while no hub runs.</summary>
internal sealed class HubAddress
{
    private readonly Option<string> _url = new("--url") { Description = "Address of the running hub.", DefaultValueFactory = _ => HubApplication.DefaultUrl };
    private readonly Option<string?> _key = new("--key") { Description = "API key; Hub__Admin__ApiKey when absent." };
    private readonly Option<bool> _offline = new("--offline") { Description = "Work on the database itself; no hub may be running on it." };

    public void AddTo(Command command)
    {
        command.Add(_url);
        command.Add(_key);
        command.Add(_offline);
    }

    /// <exception cref="CommandFailedException">There is no key, or another hub has the database.</exception>
    public Task<HubConnection> ConnectAsync(ParseResult parsed, CancellationToken cancellation)
    {
        if (parsed.GetValue(_offline))
        {
            return HubConnection.OpenOfflineAsync(cancellation);
        }

        var key = parsed.GetValue(_key) ?? Environment.GetEnvironmentVariable("Hub__Admin__ApiKey")
            ?? throw new CommandFailedException("An API key is needed: give --key or set Hub__Admin__ApiKey; or stop the hub and use --offline.");
        return Task.FromResult(HubConnection.To(parsed.GetValue(_url)!, key));
    }
}
