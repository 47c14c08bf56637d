using SdkGen.OAuth;
using SdkGen.OAuth.Providers;

namespace Extending;

/// <summary>One of the catalogue, with scopes and a request of the program's own.</summary>
[OAuthProvider(Scopes = ["user-read-email", "playlist-read-private"])]
public partial interface IMySpotify : ISpotify
{
    [AuthorizationRequest]
    Task<AuthorizationRequest> StartAsync(Uri redirectUri, bool? showDialog = null, CancellationToken cancellationToken = default);
}

/// <summary>Its client is there.</summary>
public static class Spotify
{
    public static IMySpotify Create() => MySpotifyClient.Create(new() { ClientId = "my-player" });
}
