using MCU.Integration.Pipeline.Access;
using MCU.Integration.Pipeline.Adapters;
using MCU.Integration.Pipeline.Alerts;
using MCU.Integration.Pipeline.Audit;
using MCU.Integration.Pipeline.Cases;
using MCU.Integration.Pipeline.Content;
using MCU.Integration.Pipeline.Definitions;
using MCU.Integration.Pipeline.Deliveries;
using MCU.Integration.Pipeline.Http;
using MCU.Integration.Pipeline.Indicators;
using MCU.Integration.Pipeline.Instances;
using MCU.Integration.Pipeline.Ledger;
using MCU.Integration.Pipeline.Messages;
using MCU.Integration.Pipeline.Retention;
using MCU.Integration.Pipeline.Sealing;
using MCU.Integration.Pipeline.Work;
using MCU.Integration.Pipeline.Workflows;
using Microsoft.Extensions.DependencyInjection;

namespace MCU.Integration.Pipeline;

/// <summary>Registers the use cases and sealing. Password hashing and the settings of connections come from the host.</summary>
public static class UseCaseServices
{
    public static IServiceCollection AddHubUseCases(this IServiceCollection services)
    {
        services.AddSingleton<KeyFile>();
        services.AddSingleton<Sealer>();
        services.AddSingleton<ISealer>(provider => provider.GetRequiredService<Sealer>());
        services.AddSingleton<KeyRotation>();
        services.AddSingleton<AuditTrail>();
        services.AddSingleton<AuditDesk>();
        services.AddSingleton<KeyAuthenticator>();
        services.AddSingleton<KeyDesk>();
        services.AddSingleton<UserCache>();
        services.AddSingleton<UserDesk>();
        services.AddSingleton<SignInLock>();
        services.AddSingleton<SignInDesk>();
        services.AddSingleton<MessageDesk>();
        services.AddSingleton<DeliveryDesk>();
        services.AddSingleton<CaseDesk>();
        services.AddSingleton<PlacingDesk>();
        services.AddSingleton<IndicatorDesk>();
        services.AddSingleton<AdapterDesk>();
        services.AddSingleton<ContentDesk>();
        services.AddSingleton<ConsumingWorkflows>();
        services.AddSingleton<DefinitionDesk>();
        services.AddSingleton<InstanceReader>();
        services.AddSingleton<InstanceCheck>();
        services.AddSingleton<InstanceTransfer>();
        services.AddSingleton<UnmaskAudit>();
        services.AddSingleton<LedgerDesk>();
        services.AddSingleton<DeadWorkDesk>();
        services.AddSingleton<StartDesk>();
        services.AddSingleton<EventDesk>();
        services.AddSingleton<AddressTokens>();
        services.AddSingleton<ControlDesk>();
        services.AddSingleton<HttpWorkflowDesk>();
        services.AddSingleton<AlertDesk>();
        services.AddSingleton<AlertWatch>();
        services.AddSingleton<RetentionRun>();
        services.AddOptions<RetentionOptions>().ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<AlertOptions>().ValidateDataAnnotations().ValidateOnStart();
        return services;
    }
}
