using MCU.Integration.ElsaApi.Wire;
using MCU.Integration.Pipeline.Access;
using Microsoft.AspNetCore.SignalR;

namespace MCU.Integration.ElsaApi.Live;

/// <summary>Where the designer asks to be told when an instance goes on. What is sent carries ids and counts, never values.</summary>
internal sealed class WorkflowInstanceHub(ObservedInstances observed) : Hub
{
    public const string Path = "/elsa/hubs/workflow-instance";

    /// <summary>Called by the designer.</summary>
    public async Task ObserveInstanceAsync(string instanceId)
    {
        Context.User!.Actor().Demand(Right.SeeContent);
        if (observed.Add(Context.ConnectionId, instanceId))
        {
            await Groups.AddToGroupAsync(Context.ConnectionId, instanceId);
        }
    }

    public override Task OnDisconnectedAsync(Exception? exception)
    {
        observed.Remove(Context.ConnectionId);
        return base.OnDisconnectedAsync(exception);
    }
}
