using MCU.Integration.Storage.ComplianceTests.Support;

namespace MCU.Integration.Storage.ComplianceTests;

public sealed class PostgresIntakeTests() : IntakeCompliance(new PostgresUnderTest());
