using MCU.Integration.Pipeline.Http;
using MCU.Integration.Pipeline.Instances;
using Microsoft.AspNetCore.Routing;

namespace MCU.Integration.ElsaApi.HttpWorkflows;

/// <summary>A trigger whose route fits a request, with the values of the route's parameters.</summary>
internal sealed record HttpRouteMatch(HttpRoute Route, TriggerRow Trigger, RouteValueDictionary? Values);
