using MCU.Integration.Domain.Ids;
using MCU.Integration.Pipeline.Adapters;
using MCU.Integration.Pipeline.Attachments;
using Microsoft.Extensions.DependencyInjection;

namespace MCU.Integration.Pipeline.Deliveries;

public static class DeliveriesRegistration
{
    /// <summary>
    /// The sender and what it needs besides the stores, the transport and the node's name. The host binds <see cref="DeliverySenderOptions"/> to its section.
    /// </summary>
    public static IServiceCollection AddHubDeliveries(this IServiceCollection services)
    {
        services.AddOptions<DeliverySenderOptions>().ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<AdapterHealth>();
        services.AddSingleton<IAttachmentFetcher, AttachmentFetcher>();
        services.AddSingleton(provider => new AttemptJudge(provider.GetRequiredService<UuidV7Source>(), Random.Shared));
        services.AddSingleton<DeliveryAttempts>();
        services.AddHostedService<DeliverySender>();
        return services;
    }
}
