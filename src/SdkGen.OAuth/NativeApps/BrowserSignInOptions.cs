using System.Net;

namespace SdkGen.OAuth;

/// <summary>How <c>SignInWithBrowserAsync</c> signs a user in (RFC 8252). Nothing has to be stated.</summary>
public sealed class BrowserSignInOptions
{
    /// <summary>
    /// The loopback address of the redirect URI, <c>127.0.0.1</c> or <c>::1</c> (RFC 8252 section 7.3): the one that is registered with the provider.
    /// <see langword="null"/> takes <c>127.0.0.1</c>, and <c>::1</c> on a machine that has no other.
    /// </summary>
    public IPAddress? Address { get; init; }

    /// <summary>The port of the redirect URI; 0, which RFC 8252 section 7.3 has every provider accept, takes a free one.</summary>
    public int Port { get; init; }

    /// <summary>The path of the redirect URI, as it is registered with the provider.</summary>
    public string Path { get; init; } = "/callback";

    /// <summary>Asks for more than the declaration does: <c>parameters => parameters with { Prompt = "login" }</c>.</summary>
    public Func<AuthorizationParameters, AuthorizationParameters>? Configure { get; init; }

    /// <summary>
    /// Opens the authorization URL; the system's browser if nothing is stated. Never an embedded one (RFC 8252 section 8.12). The task ends
    /// when the browser is open: callbacks are answered only afterwards, so one that waits for the reply waits for ever.
    /// </summary>
    public Func<Uri, CancellationToken, Task>? OpenBrowser { get; init; }

    /// <summary>What the user reads in the browser when they are signed in, as plain text.</summary>
    public string CompletedText { get; init; } = "You are signed in. You can close this window.";
}
