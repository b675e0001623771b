using MCU.Integration.FunctionalTests.Access;
using MCU.Integration.FunctionalTests.Api;
using MCU.Integration.FunctionalTests.Behaviour;
using MCU.Integration.FunctionalTests.CommandLine;
using MCU.Integration.FunctionalTests.Designer;
using MCU.Integration.FunctionalTests.ElsaApi;
using MCU.Integration.FunctionalTests.Hosting;
using MCU.Integration.FunctionalTests.Intake;
using MCU.Integration.FunctionalTests.Operations;
using MCU.Integration.FunctionalTests.SignIn;

namespace MCU.Integration.FunctionalTests;

[Collection(HubCollections.Postgres)]
public sealed class PostgresEveryRouteTests(PostgresHub hub) : EveryRouteTests(hub);

[Collection(HubCollections.Postgres)]
public sealed class PostgresRightsTests(PostgresHub hub) : RightsTests(hub);

[Collection(HubCollections.Postgres)]
public sealed class PostgresIdempotencyTests(PostgresHub hub) : IdempotencyTests(hub);

[Collection(HubCollections.Postgres)]
public sealed class PostgresOpenApiTests(PostgresHub hub) : OpenApiTests(hub);

[Collection(HubCollections.Postgres)]
public sealed class PostgresPagingTests(PostgresHub hub) : PagingTests(hub);

[Collection(HubCollections.Postgres)]
public sealed class PostgresProblemTests(PostgresHub hub) : ProblemTests(hub);

[Collection(HubCollections.Postgres)]
public sealed class PostgresHubCommandTests(PostgresHub hub) : HubCommandTests(hub);

[Collection(HubCollections.Postgres)]
public sealed class PostgresCloudEventTests(PostgresHub hub) : CloudEventTests(hub);

[Collection(HubCollections.Postgres)]
public sealed class PostgresIntakeTests(PostgresHub hub) : IntakeTests(hub);

[Collection(HubCollections.Postgres)]
public sealed class PostgresSlowClientTests(PostgresHub hub) : SlowClientTests(hub);

[Collection(HubCollections.Postgres)]
public sealed class PostgresWebhookTests(PostgresHub hub) : WebhookTests(hub);

[Collection(HubCollections.Postgres)]
public sealed class PostgresHeaderTests(PostgresHub hub) : HeaderTests(hub);

[Collection(HubCollections.Postgres)]
public sealed class PostgresHealthTests(PostgresHub hub) : HealthTests(hub);

[Collection(HubCollections.Postgres)]
public sealed class PostgresSignInTests(PostgresHub hub) : SignInTests(hub);

[Collection(HubCollections.Postgres)]
public sealed class PostgresDesignerTests(PostgresHub hub) : DesignerTests(hub);

[Collection(HubCollections.Postgres)]
public sealed class PostgresBehaviourTests(PostgresHub hub) : BehaviourTests(hub);

[Collection(HubCollections.Postgres)]
public sealed class PostgresDefinitionApiTests(PostgresHub hub) : DefinitionApiTests(hub);

[Collection(HubCollections.Postgres)]
public sealed class PostgresDefinitionEditingTests(PostgresHub hub) : DefinitionEditingTests(hub);

[Collection(HubCollections.Postgres)]
public sealed class PostgresDescriptorApiTests(PostgresHub hub) : DescriptorApiTests(hub);

[Collection(HubCollections.Postgres)]
public sealed class PostgresPublishedChangeTests(PostgresHub hub) : PublishedChangeTests(hub);

[Collection(HubCollections.Postgres)]
public sealed class PostgresInstanceApiTests(PostgresHub hub) : InstanceApiTests(hub);

[Collection(HubCollections.Postgres)]
public sealed class PostgresConsumingWorkflowTests(PostgresHub hub) : ConsumingWorkflowTests(hub);

[Collection(HubCollections.Postgres)]
public sealed class PostgresInstanceTransferTests(PostgresHub hub) : InstanceTransferTests(hub);

[Collection(HubCollections.Postgres)]
public sealed class PostgresHostileDefinitionTests(PostgresHub hub) : HostileDefinitionTests(hub);

[Collection(HubCollections.Postgres)]
public sealed class PostgresAddressApiTests(PostgresHub hub) : AddressApiTests(hub);

[Collection(HubCollections.Postgres)]
public sealed class PostgresLiveUpdateTests(PostgresHub hub) : LiveUpdateTests(hub);

[Collection(HubCollections.Postgres)]
public sealed class PostgresRecordedShapeTests(PostgresHub hub) : RecordedShapeTests(hub);

[Collection(HubCollections.Postgres)]
public sealed class PostgresAlertTests(PostgresHub hub) : AlertTests(hub);
