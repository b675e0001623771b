using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Extensions.Options;

namespace MCU.Integration.Pipeline.Sealing;

/// <summary>
/// The file of master keys. Made at first start, readable by its owner only; the hub refuses one that others can read. Old master keys stay in it,
/// because a restored backup needs the key of its time.
/// </summary>
public sealed class KeyFile(IOptions<SealingOptions> options, TimeProvider time)
{
    private const int KeySize = 32;
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode OwnerDirectory = OwnerOnly | UnixFileMode.UserExecute;
    private const UnixFileMode Others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    private readonly string _path = Path.GetFullPath(options.Value.KeyFile);
    private readonly Lock _lock = new();
    private KeyFileContent? _content;

    /// <summary>Absolute path.</summary>
    public string FilePath => _path;

    internal MasterKey Current
    {
        get
        {
            var content = Content();
            return content.MasterKeys.Single(key => key.Id == content.Current);
        }
    }

    internal byte[] IndexKey => Content().IndexKey;

    /// <summary>Finds a master key; the file is read again when another node may have rotated it.</summary>
    internal MasterKey? Find(string id)
    {
        var found = Content().MasterKeys.FirstOrDefault(key => key.Id == id);
        if (found is null && File.Exists(_path))
        {
            lock (_lock)
            {
                _content = Read();
            }

            found = Content().MasterKeys.FirstOrDefault(key => key.Id == id);
        }

        return found;
    }

    /// <summary>Reads the file, or makes it when there is none.</summary>
    /// <exception cref="KeyFileException">Others can read it, or its content is not a key file's.</exception>
    public void Open() => Content();

    /// <summary>Adds a master key that wraps from now on; the file is replaced in one step.</summary>
    /// <returns>Its id.</returns>
    public string AddMasterKey()
    {
        lock (_lock)
        {
            var before = File.Exists(_path) ? Read() : Make();
            var added = NewKey();
            var after = before with { Current = added.Id, MasterKeys = [.. before.MasterKeys, added] };
            Write(after, overwrite: true);
            _content = after;
            return added.Id;
        }
    }

    private KeyFileContent Content()
    {
        if (_content is { } known)
        {
            return known;
        }

        lock (_lock)
        {
            return _content ??= File.Exists(_path) ? Read() : Make();
        }
    }

    private KeyFileContent Read()
    {
        RefuseIfOthersCanRead();
        KeyFileContent? content;
        try
        {
            content = JsonSerializer.Deserialize<KeyFileContent>(File.ReadAllBytes(_path), Json);
        }
        catch (JsonException exception)
        {
            throw new KeyFileException($"The key file {_path} is not readable as JSON: restore it from its backup.", exception);
        }

        return content is { Version: KeyFileContent.CurrentVersion, IndexKey.Length: KeySize, MasterKeys: { Count: > 0 } keys }
            && keys.All(key => key is { Id.Length: > 0, Key.Length: KeySize })
            && keys.Any(key => key.Id == content.Current)
            ? content
            : throw new KeyFileException($"The key file {_path} is incomplete or of an unknown version: restore it from its backup.");
    }

    private void RefuseIfOthersCanRead()
    {
        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(_path) & Others) is var open && open != UnixFileMode.None)
        {
            throw new KeyFileException($"Others than its owner can use the key file {_path} ({open}). Run: chmod 600 {_path}");
        }
    }

    private KeyFileContent Make()
    {
        var key = NewKey();
        var content = new KeyFileContent(KeyFileContent.CurrentVersion, key.Id, RandomNumberGenerator.GetBytes(KeySize), [key]);
        var directory = Path.GetDirectoryName(_path)!;
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(directory);
        }
        else
        {
            Directory.CreateDirectory(directory, OwnerDirectory);
        }

        return Write(content, overwrite: false) ? content : Read();
    }

    /// <summary>Writes beside the file, then renames. False when another process made the file first.</summary>
    private bool Write(KeyFileContent content, bool overwrite)
    {
        var temporary = $"{_path}.{Environment.ProcessId}.new";
        File.Delete(temporary);
        var how = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            how.UnixCreateMode = OwnerOnly;
        }

        using (var stream = new FileStream(temporary, how))
        {
            JsonSerializer.Serialize(stream, content, Json);
            stream.Flush(flushToDisk: true);
        }

        try
        {
            File.Move(temporary, _path, overwrite);
            return true;
        }
        catch (IOException) when (!overwrite && File.Exists(_path))
        {
            File.Delete(temporary);
            return false;
        }
    }

    private MasterKey NewKey()
    {
        var now = time.GetUtcNow();
        var id = $"{now.ToString("yyyyMMdd", CultureInfo.InvariantCulture)}-{RandomNumberGenerator.GetHexString(8, lowercase: true)}";
        return new(id, RandomNumberGenerator.GetBytes(KeySize), now);
    }
}
