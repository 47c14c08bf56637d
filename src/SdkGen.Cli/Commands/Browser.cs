using System.ComponentModel;
using System.Diagnostics;
using SdkGen.Cli.Output;

namespace SdkGen.Cli.Commands;

/// <summary>The browser of the user. Its address is always said too: it may open elsewhere than the user looks, or not at all.</summary>
/// <param name="notes">Where the address is said.</param>
/// <param name="opens">Whether to open it.</param>
internal sealed class Browser(Notes notes, bool opens)
{
    public Task OpenAsync(Uri address, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        notes.Say(opens ? "Your browser opens for you to sign in. If it does not, open this address:" : "Open this address to sign in:");
        notes.Say(address.AbsoluteUri);
        if (opens && !TryOpen(address.AbsoluteUri))
        {
            notes.Warn("No browser could be opened on this machine: open the address yourself, or use sdkgen perform device-code.");
        }

        return Task.CompletedTask;
    }

    private static bool TryOpen(string address)
    {
        try
        {
            using var process = Process.Start(Opener(address));
            return true;
        }
        catch (Exception exception) when (exception is Win32Exception or InvalidOperationException or PlatformNotSupportedException)
        {
            return false;
        }
    }

    /// <summary>What a desktop opens addresses with. Where it is a program of its own, nothing that it prints may come between our results.</summary>
    private static ProcessStartInfo Opener(string address) =>
        OperatingSystem.IsWindows()
            ? new(address) { UseShellExecute = true }
            : new(OperatingSystem.IsMacOS() ? "open" : "xdg-open", [address]) { RedirectStandardOutput = true, RedirectStandardError = true };
}
