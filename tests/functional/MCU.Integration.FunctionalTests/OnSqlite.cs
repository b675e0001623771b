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

[Collection(HubCollections.Sqlite)]
public sealed class SqliteEveryRouteTests(SqliteHub hub) : EveryRouteTests(hub);

[Collection(HubCollections.Sqlite)]
public sealed class SqliteRightsTests(SqliteHub hub) : RightsTests(hub);

[Collection(HubCollections.Sqlite)]
public sealed class SqliteIdempotencyTests(SqliteHub hub) : IdempotencyTests(hub);

[Collection(HubCollections.Sqlite)]
public sealed class SqliteOpenApiTests(SqliteHub hub) : OpenApiTests(hub);

[Collection(HubCollections.Sqlite)]
public sealed class SqlitePagingTests(SqliteHub hub) : PagingTests(hub);

[Collection(HubCollections.Sqlite)]
public sealed class SqliteProblemTests(SqliteHub hub) : ProblemTests(hub);

[Collection(HubCollections.Sqlite)]
public sealed class SqliteHubCommandTests(SqliteHub hub) : HubCommandTests(hub);

[Collection(HubCollections.Sqlite)]
public sealed class SqliteCloudEventTests(SqliteHub hub) : CloudEventTests(hub);

[Collection(HubCollections.Sqlite)]
public sealed class SqliteIntakeTests(SqliteHub hub) : IntakeTests(hub);

[Collection(HubCollections.Sqlite)]
public sealed class SqliteSlowClientTests(SqliteHub hub) : SlowClientTests(hub);

[Collection(HubCollections.Sqlite)]
public sealed class SqliteWebhookTests(SqliteHub hub) : WebhookTests(hub);

[Collection(HubCollections.Sqlite)]
public sealed class SqliteHeaderTests(SqliteHub hub) : HeaderTests(hub);

[Collection(HubCollections.Sqlite)]
public sealed class SqliteHealthTests(SqliteHub hub) : HealthTests(hub);

[Collection(HubCollections.Sqlite)]
public sealed class SqliteSignInTests(SqliteHub hub) : SignInTests(hub);

[Collection(HubCollections.Sqlite)]
public sealed class SqliteDesignerTests(SqliteHub hub) : DesignerTests(hub);

[Collection(HubCollections.Sqlite)]
public sealed class SqliteBehaviourTests(SqliteHub hub) : BehaviourTests(hub);

[Collection(HubCollections.Sqlite)]
public sealed class SqliteDefinitionApiTests(SqliteHub hub) : DefinitionApiTests(hub);

[Collection(HubCollections.Sqlite)]
public sealed class SqliteDefinitionEditingTests(SqliteHub hub) : DefinitionEditingTests(hub);

[Collection(HubCollections.Sqlite)]
public sealed class SqliteDescriptorApiTests(SqliteHub hub) : DescriptorApiTests(hub);

[Collection(HubCollections.Sqlite)]
public sealed class SqlitePublishedChangeTests(SqliteHub hub) : PublishedChangeTests(hub);

[Collection(HubCollections.Sqlite)]
public sealed class SqliteInstanceApiTests(SqliteHub hub) : InstanceApiTests(hub);

[Collection(HubCollections.Sqlite)]
public sealed class SqliteConsumingWorkflowTests(SqliteHub hub) : ConsumingWorkflowTests(hub);

[Collection(HubCollections.Sqlite)]
public sealed class SqliteInstanceTransferTests(SqliteHub hub) : InstanceTransferTests(hub);

[Collection(HubCollections.Sqlite)]
public sealed class SqliteHostileDefinitionTests(SqliteHub hub) : HostileDefinitionTests(hub);

[Collection(HubCollections.Sqlite)]
public sealed class SqliteAddressApiTests(SqliteHub hub) : AddressApiTests(hub);

[Collection(HubCollections.Sqlite)]
public sealed class SqliteRecordedDescriptorTests(SqliteHub hub) : RecordedDescriptorTests(hub);

[Collection(HubCollections.Sqlite)]
public sealed class SqliteLiveUpdateTests(SqliteHub hub) : LiveUpdateTests(hub);

[Collection(HubCollections.Sqlite)]
public sealed class SqliteRecordedShapeTests(SqliteHub hub) : RecordedShapeTests(hub);

[Collection(HubCollections.Sqlite)]
public sealed class SqliteAlertTests(SqliteHub hub) : AlertTests(hub);
