using MCU.Integration.Hub.SignIn;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace MCU.Integration.Hub.Startup;

/// <summary>Turns the hub into one that serves a single offline command.</summary>
internal static class CommandHub
{
    /// <param name="key">The only key that it accepts besides the stored ones; it is never stored.</param>
    public static void ReduceToCommand(this WebApplicationBuilder builder, string key)
    {
        builder.Services.RemoveAll<IHostedService>();
        builder.Services.AddHostedService(provider => provider.GetRequiredService<HubStart>());
        builder.Services.AddSingleton(new OfflineKey(key));
    }
}
