namespace SdkGen.OAuth;

/// <summary>A logout request, ready to be sent by the user's browser (OpenID Connect RP-Initiated Logout 1.0).</summary>
public sealed class EndSessionRequest
{
    internal EndSessionRequest(Uri uri, string? state)
    {
        Uri = uri;
        State = state;
    }

    /// <summary>Where to send the user. It may hold an ID token: do not log it.</summary>
    public Uri Uri { get; }

    /// <summary>The <c>state</c> that comes back to the post-logout redirect URI, if there is one.</summary>
    public string? State { get; }

    /// <summary>The address without its query.</summary>
    /// <returns>The address without its query.</returns>
    public override string ToString() => Protocol.Redactor.WithoutQuery(Uri.OriginalString);
}
