using MCU.Integration.Hub.Intake;

namespace MCU.Integration.Hub.Api;

/// <summary>What the API needs besides the use cases.</summary>
internal static class ApiServices
{
    public static void AddHubApi(this IServiceCollection services)
    {
        services.AddSingleton<BodyReader>();
        services.AddSingleton<IntakeSender>();
        services.AddHubApiDescription();
    }
}
