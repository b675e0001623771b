using System.Security.Cryptography;
using System.Text;
using MCU.Integration.Domain.Ids;
using MCU.Integration.Pipeline.Access;
using MCU.Integration.Pipeline.Audit;
using MCU.Integration.Pipeline.Sealing;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using NSubstitute;

namespace MCU.Integration.Pipeline.Tests.Sealing;

public sealed class SealerTests : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("hub-keys-");
    private readonly FakeTimeProvider _time = new(new(2026, 3, 14, 9, 0, 0, TimeSpan.Zero));
    private readonly DataKeyTable _table = new();
    private static readonly SealedPlace Body = new(SealedClass.Message, "message_bodies.cipher", "1");
    private static readonly SealedPlace State = new(SealedClass.Instance, "instance_states.cipher", "1");
    private static readonly SealedPlace Person = new(SealedClass.Applicant, "applicants.cipher", "1");
    private static readonly SealedPlace Chunk = new(SealedClass.Attachment, "blob_chunks.cipher", "1");

    private string KeyPath => Path.Combine(_directory.FullName, "keys", "hub.keys");

    public void Dispose() => _directory.Delete(recursive: true);

    [Fact]
    public void Open_WhatWasSealed_GivesItBack()
    {
        var sut = CreateSut();

        var body = sut.Seal(Body, "Яма на дороге"u8);

        Encoding.UTF8.GetString(sut.Open(Body, body)).ShouldBe("Яма на дороге");
        body.Cipher.Length.ShouldBe(12 + 16 + 1 + "Яма на дороге"u8.Length);
    }

    [Theory]
    [InlineData(SealedClass.Instance, true)]
    [InlineData(SealedClass.Attachment, false)]
    public void Seal_LongText_IsPackedUnlessItIsAFile(SealedClass kind, bool packed)
    {
        var (sut, place) = (CreateSut(), new SealedPlace(kind, "table.column", "1"));
        var text = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 500).Select(i => $"\"activity\":\"Записать обращение\",\"number\":{i};")));

        var body = sut.Seal(place, text);

        sut.Open(place, body).ShouldBe(text);
        (body.Cipher.Length < text.Length / 4).ShouldBe(packed);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(255)]
    [InlineData(256)]
    [InlineData(100_000)]
    public void Seal_WhatDoesNotShrink_IsKeptAsItIs(int length)
    {
        var sut = CreateSut();
        var noise = RandomNumberGenerator.GetBytes(length);

        var body = sut.Seal(Body, noise);

        sut.Open(Body, body).ShouldBe(noise);
        body.Cipher.Length.ShouldBe(12 + 16 + 1 + length);
    }

    [Theory]
    [InlineData("message_bodies.cipher", "2")]
    [InlineData("submission_bodies.cipher", "1")]
    public void Open_InAnotherRowOrColumn_IsRefusedAndSaysWhere(string column, string row)
    {
        var sut = CreateSut();
        var body = sut.Seal(Body, "x"u8);

        Should.Throw<SealBrokenException>(() => sut.Open(new(SealedClass.Message, column, row), body)).Message.ShouldContain($"{column} of {row}");
    }

    [Fact]
    public void Key_OfAClass_SealsAsTheSealerDoes()
    {
        var sut = CreateSut();

        var body = sut.Key(SealedClass.Message).Seal(Body, "x"u8);

        body.KeyId.ShouldBe(sut.Seal(Body, "x"u8).KeyId);
        sut.Open(Body, body).ShouldBe("x"u8.ToArray());
    }

    [Fact]
    public void Seal_TheSameTwice_GivesDifferentCiphers()
    {
        var sut = CreateSut();

        sut.Seal(Body, "x"u8).Cipher.ShouldNotBe(sut.Seal(Body, "x"u8).Cipher);
    }

    [Fact]
    public void Seal_AnotherClassOrMonth_UsesAnotherKey()
    {
        var sut = CreateSut();
        var march = sut.Seal(Body, "x"u8);
        var applicant = sut.Seal(Person, "x"u8);
        _time.Advance(TimeSpan.FromDays(30));
        var april = sut.Seal(Body, "x"u8);

        new[] { march.KeyId, applicant.KeyId, april.KeyId }.Distinct().Count().ShouldBe(3);
        sut.Open(Body, march).ShouldBe("x"u8.ToArray());
    }

    [Fact]
    public void Open_InAnotherProcess_ReadsTheSameKeys()
    {
        var body = CreateSut().Seal(State, "state"u8);

        CreateSut().Open(State, body).ShouldBe("state"u8.ToArray());
    }

    [Fact]
    public void Open_TamperedBody_IsRefused()
    {
        var sut = CreateSut();
        var body = sut.Seal(Body, "x"u8);
        body.Cipher[^1] ^= 1;

        Should.Throw<SealBrokenException>(() => sut.Open(Body, body));
    }

    [Fact]
    public void Open_AfterItsKeyWasErased_IsRefused()
    {
        var body = CreateSut().Seal(Person, "x"u8);
        _table.Erase(body.KeyId);

        Should.Throw<SealBrokenException>(() => CreateSut().Open(Person, body)).Message.ShouldContain("erased");
    }

    [Fact]
    public void Open_KeyThatAnotherNodeErased_IsRefusedWithinMinutes()
    {
        var running = CreateSut();
        var body = running.Seal(Person, "x"u8);
        running.Open(Person, body);
        _table.Erase(body.KeyId);

        _time.Advance(TimeSpan.FromMinutes(5));

        Should.Throw<SealBrokenException>(() => running.Open(Person, body)).Message.ShouldContain("erased");
    }

    [Fact]
    public void Open_UnknownKey_IsRefused() =>
        Should.Throw<SealBrokenException>(() => CreateSut().Open(Body, new(Guid.CreateVersion7(), new byte[40])));

    [Fact]
    public void BlindIndex_SameValueAndField_IsStableAcrossProcesses()
    {
        CreateSut().BlindIndex("phone", "+79991234567").ShouldBe(CreateSut().BlindIndex("phone", "+79991234567"));
        CreateSut().BlindIndex("phone", "+79991234567").ShouldNotBe(CreateSut().BlindIndex("email", "+79991234567"));
    }

    [Fact]
    public void Rotate_WithSealedBodies_KeepsThemReadableUnderTheNewKey()
    {
        var body = CreateSut().Seal(Body, "x"u8);
        var rotation = new KeyRotation(CreateKeyFile(), _table, new(Substitute.For<IAuditLog>(), new UuidV7Source(_time), _time));

        var (masterKey, rewrapped) = rotation.Rotate(Actor.Hub);

        rewrapped.ShouldBe(1);
        _table.Audit.ShouldNotBeNull().Target.ShouldBe($"master-key:{masterKey}");
        _table.LoadAll().ShouldAllBe(key => key.MasterKeyId == masterKey);
        CreateSut().Open(Body, body).ShouldBe("x"u8.ToArray());
    }

    [Fact]
    public void Open_OnANodeThatMissedTheRotation_ReadsTheFileAgain()
    {
        var running = CreateSut();
        running.Seal(Body, "x"u8);
        var rotation = new KeyRotation(CreateKeyFile(), _table, new(Substitute.For<IAuditLog>(), new UuidV7Source(_time), _time));
        rotation.Rotate(Actor.Hub);
        var byRotated = CreateSut().Seal(Chunk, "y"u8);

        running.Open(Chunk, byRotated).ShouldBe("y"u8.ToArray());
    }

    [Theory]
    [InlineData(HubRole.Engineer)]
    [InlineData(HubRole.Admin, "sed")]
    public void Rotate_WithoutTheRightEverywhere_IsDenied(HubRole role, params string[] adapters)
    {
        var actor = new Actor("a", new HashSet<HubRole> { role }, adapters.ToHashSet());
        var rotation = new KeyRotation(CreateKeyFile(), _table, new(Substitute.For<IAuditLog>(), new UuidV7Source(_time), _time));

        Should.Throw<AccessDeniedException>(() => rotation.Rotate(actor));
    }

    [Fact]
    public void Check_WithTheKeyFileOfAnotherHub_StopsTheStart()
    {
        CreateSut().Seal(Body, "x"u8);
        File.Delete(KeyPath);

        Should.Throw<KeyFileException>(() => CreateSut().Check()).Message.ShouldContain("restore");
    }

    [Fact]
    public void Open_FirstStart_MakesAFileForItsOwnerOnly()
    {
        CreateKeyFile().Open();

        if (!OperatingSystem.IsWindows())
        {
            File.GetUnixFileMode(KeyPath).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
            File.GetUnixFileMode(Path.GetDirectoryName(KeyPath)!).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    [Fact]
    public void Open_WhenOthersCanReadTheFile_Refuses()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("no such modes there");
            return;
        }

        CreateKeyFile().Open();
        File.SetUnixFileMode(KeyPath, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);

        Should.Throw<KeyFileException>(() => CreateKeyFile().Open()).Message.ShouldContain("chmod 600");
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("{\"version\":2}")]
    public void Open_DamagedFile_Refuses(string content)
    {
        CreateKeyFile().Open();
        File.WriteAllText(KeyPath, content);

        Should.Throw<KeyFileException>(() => CreateKeyFile().Open());
    }

    private KeyFile CreateKeyFile() => new(Options.Create(new SealingOptions { KeyFile = KeyPath }), _time);

    private Sealer CreateSut() => new(_table, CreateKeyFile(), new UuidV7Source(_time), _time);
}
