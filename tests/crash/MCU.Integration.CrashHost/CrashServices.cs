using MCU.Integration.Adapters.Transport;
using MCU.Integration.Storage.Database;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace MCU.Integration.CrashHost;

/// <summary>Puts the counters around the one commit seam and the one way out.</summary>
internal static class CrashServices
{
    public static void AddCrash(this IServiceCollection services, Crash crash)
    {
        var gate = services.Single(service => service.ServiceType == typeof(ICommitGate)).ImplementationType!;
        services.Replace(ServiceDescriptor.Singleton<ICommitGate>(provider => new CrashingGate((ICommitGate)ActivatorUtilities.CreateInstance(provider, gate), crash)));
        services.AddHttpClient(AdapterClient.ClientName).AddHttpMessageHandler(() => new CrashingHandler(crash));
    }
}
