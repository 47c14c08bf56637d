namespace SdkGen.OAuth.Interop.Tests.NativeApps;

/// <summary>A system whose <c>xdg-open</c>, the first on the path, tells the test what it was asked to open.</summary>
internal sealed class FakeSystem : IAsyncDisposable
{
    private readonly string? _path = Environment.GetEnvironmentVariable("PATH");
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("sdkgen-xdg-");

    public FakeSystem()
    {
        var program = Path.Combine(_folder.FullName, "xdg-open");
        File.WriteAllText(program, $"#!/bin/sh\nprintf '%s' \"$1\" > '{_folder.FullName}/part' && mv '{_folder.FullName}/part' '{Opened}'\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }

        // Whatever else is started meanwhile is found where it was.
        Environment.SetEnvironmentVariable("PATH", _folder.FullName + Path.PathSeparator + _path);
    }

    private string Opened => Path.Combine(_folder.FullName, "opened");

    public async Task<string> OpenedAsync()
    {
        for (var wait = 0; wait < 300 && !File.Exists(Opened); wait++)
        {
            await Task.Delay(100);
        }

        return await File.ReadAllTextAsync(Opened);
    }

    public ValueTask DisposeAsync()
    {
        Environment.SetEnvironmentVariable("PATH", _path);
        _folder.Delete(recursive: true);
        return default;
    }
}
