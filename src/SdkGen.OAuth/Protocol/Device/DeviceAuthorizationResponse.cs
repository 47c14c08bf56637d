namespace SdkGen.OAuth;

/// <summary>The reply to a device authorization request (RFC 8628 section 3.2).</summary>
public sealed record DeviceAuthorizationResponse
{
    /// <summary>The code that stands for this authorization at the token endpoint: a secret of the device.</summary>
    public required string DeviceCode { get; init; }

    /// <summary>The code that the user enters; show it as it is.</summary>
    public required string UserCode { get; init; }

    /// <summary>Where the user enters it, on a device of their choice.</summary>
    public required Uri VerificationUri { get; init; }

    /// <summary>The same with the code in it, for a QR code or a link; show the code nevertheless (RFC 8628 section 3.3.1).</summary>
    public Uri? VerificationUriComplete { get; init; }

    /// <summary>Until when the user has to be done.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>How long to wait between two token requests, at least.</summary>
    public TimeSpan Interval { get; init; } = TimeSpan.FromSeconds(5);

    internal IReadOnlyList<string> RequestedScopes { get; init; } = [];

    internal IReadOnlyDictionary<string, string> Values { get; init; } = TokenResponse.EmptyValues;

    /// <summary>The clock by which to wait.</summary>
    internal TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>Where the user goes, without any code.</summary>
    /// <returns>A text without codes.</returns>
    public override string ToString() => $"DeviceAuthorizationResponse {{ VerificationUri = {Protocol.Redactor.WithoutQuery(VerificationUri.OriginalString)}, ExpiresAt = {ExpiresAt:O} }}";
}
