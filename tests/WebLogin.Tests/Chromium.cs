using Microsoft.Playwright;

namespace WebLogin.Tests;

/// <summary>Debian's Chromium without a window. Tests are skipped where there is none: <c>.ci/run</c> installs it.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string? Executable = new[] { "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome" }.FirstOrDefault(File.Exists);

    /// <summary>It looks nothing up in the network, which a test machine may not have.</summary>
    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private readonly DirectoryInfo _profile = Directory.CreateTempSubdirectory("WebLogin.Chromium.");
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async Task InitializeAsync()
    {
        if (Executable is not null)
        {
            _playwright = await Playwright.CreateAsync();
            _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = Executable, Args = Arguments });
        }
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
        _profile.Delete(recursive: true);
    }

    /// <summary>A browser of its own, as a new user has it.</summary>
    public async Task<IBrowserContext> NewContextAsync(ColorScheme scheme = ColorScheme.Light)
    {
        Skip.If(_browser is null, "There is no Chromium on this machine: apt-get install chromium.");
        return await _browser!.NewContextAsync(new() { IgnoreHTTPSErrors = true, ColorScheme = scheme, ViewportSize = new() { Width = 1100, Height = 820 } });
    }

    /// <summary>A browser whose user has blocked all cookies in its settings.</summary>
    public async Task<IBrowserContext> NewContextWithoutCookiesAsync()
    {
        Skip.If(_playwright is null, "There is no Chromium on this machine: apt-get install chromium.");
        var profile = _profile.CreateSubdirectory(Guid.NewGuid().ToString("N"));
        await File.WriteAllTextAsync(
            Path.Combine(profile.CreateSubdirectory("Default").FullName, "Preferences"), """{"profile":{"default_content_setting_values":{"cookies":2}}}""");
        return await _playwright!.Chromium.LaunchPersistentContextAsync(
            profile.FullName, new() { ExecutablePath = Executable, Args = Arguments, IgnoreHTTPSErrors = true });
    }
}
