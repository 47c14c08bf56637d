using System.Globalization;

namespace SdkGen.OAuth.Providers.Tests.Framework;

/// <summary>One client and its user.</summary>
internal sealed class Play(object client, Session session, ImitatedProvider handler)
{
    private static readonly Uri RedirectUri = new("https://app.example/callback");

    private AuthorizationRequest? _request;
    private AuthorizationResponse? _response;
    private TokenResponse? _token;
    private DeviceAuthorizationResponse? _device;

    public void Answer(Dictionary<string, string> callback) => _response = AuthorizationResponse.FromParameters(session.Fill(callback));

    public Task<TokenResponse> RedeemAsync() => As<IAuthorizationCodeGrant>().RedeemAuthorizationCodeAsync(_request!, _response!);

    public async Task RunAsync(Step step, Refusal? refusal)
    {
        handler.Expect(
            step.On is OAuthMessage.Authorization or OAuthMessage.EndSession ? null : step.Want,
            refusal?.Status ?? 200,
            (refusal?.Reply ?? step.Reply) is { } reply ? session.Write(reply) : "");
        try
        {
            await SendAsync(step);
        }
        catch (OAuthException exception) when (handler.Failure is null && refusal is not null)
        {
            Session.Require(
                exception.Failure == OAuthFailure.ErrorResponse && exception.Error == refusal.Error
                    && (refusal.Description is null || exception.ErrorDescription == refusal.Description),
                $"{step.On} ends in {exception.Failure}, '{exception.Error}', '{exception.ErrorDescription}' in place of '{refusal.Error}', '{refusal.Description}'");
            return;
        }
        catch (OAuthException) when (handler.Failure is not null)
        {
            throw new ImitationException($"{step.On}: {handler.Failure.Message}");
        }

        Session.Require(refusal is null, $"{step.On} does not notice the error '{refusal?.Error}'");
        Session.Require(
            step.Want is null || handler.WasAsked || step.On is OAuthMessage.Authorization or OAuthMessage.EndSession, $"{step.On} sends nothing");
    }

    private async Task SendAsync(Step step)
    {
        switch (step.On)
        {
            case OAuthMessage.Authorization:
                await AuthorizeAsync(step);
                break;

            case OAuthMessage.Code:
                Check(step, _token = await RedeemAsync());
                break;

            case OAuthMessage.Refresh:
                Check(step, _token = await As<IRefreshTokenGrant>().RefreshTokenAsync(new RefreshTokenRequest(_token!)));
                break;

            case OAuthMessage.ClientCredentials:
                Check(step, await As<IClientCredentialsGrant>().RequestClientTokenAsync(new() { Scopes = step.Scopes, Resources = step.Resources ?? [] }));
                break;

            case OAuthMessage.DeviceAuthorization:
                _device = await As<IDeviceAuthorizationGrant>().RequestDeviceAuthorizationAsync();
                Check(step, "user_code", _device.UserCode);
                break;

            case OAuthMessage.DeviceCode:
                Check(step, await As<IDeviceAuthorizationGrant>().RequestDeviceTokenAsync(new DeviceTokenRequest(_device!)));
                break;

            case OAuthMessage.OtherGrants:
                Check(step, await As<ITokenExchangeGrant>().ExchangeTokenAsync(new() { SubjectToken = "subject-1" }));
                break;

            case OAuthMessage.UserInfo:
                Check(step, await As<IUserInfoEndpoint<UserInfo>>().GetUserInfoAsync(new UserInfoRequest(_token!)));
                break;

            case OAuthMessage.Introspection:
                var about = await As<IIntrospectionEndpoint>().IntrospectTokenAsync(new() { Token = _token!.AccessToken, TokenTypeHint = "access_token" });
                Session.Require(about.Active, "the token is not active");
                break;

            case OAuthMessage.Revocation:
                await As<IRevocationEndpoint>().RevokeTokenAsync(new() { Token = _token!.AccessToken, TokenTypeHint = "access_token" });
                break;

            case OAuthMessage.EndSession:
                var logout = await As<IEndSessionEndpoint>().CreateEndSessionRequestAsync(new() { IdTokenHint = "hint-1", PostLogoutRedirectUri = new("https://app.example/bye") });
                handler.CompareUrl(step.Want!, logout.Uri);
                break;

            default:
                throw new ImitationException($"nobody plays {step.On}");
        }
    }

    private async Task AuthorizeAsync(Step step)
    {
        var parameters = new AuthorizationParameters { RedirectUri = RedirectUri, Scopes = step.Scopes };
        foreach (var (name, value) in step.Additional)
        {
            parameters.Additional.Add(name, value);
        }

        _request = await As<IAuthorizationCodeGrant>().CreateAuthorizationRequestAsync(parameters);
        if (step.Want is { } wanted)
        {
            handler.CompareUrl(wanted, _request.Uri);
            session.Remember(ImitatedProvider.ParseQuery(_request.Uri.Query.TrimStart('?')));
        }

        if (step.Callback is { } callback)
        {
            Answer(callback);
        }
    }

    private static void Check(Step step, TokenResponse token)
    {
        Check(step, "access_token", token.AccessToken);
        Check(step, "refresh_token", token.RefreshToken);
        Check(step, "expires_in", token.ExpiresIn?.TotalSeconds.ToString(CultureInfo.InvariantCulture));
        Check(step, "subject", token.IdToken?.Subject);
        if (step.Yields.TryGetValue("scopes", out var scopes))
        {
            Session.Require(token.Scopes.SequenceEqual(scopes.EnumerateArray().Select(scope => scope.GetString()!)), $"the scopes are '{string.Join(' ', token.Scopes)}'");
        }

        if (step.Yields.TryGetValue("callback", out var kept))
        {
            foreach (var parameter in kept.EnumerateObject())
            {
                Session.Require(token.CallbackParameters.GetValueOrDefault(parameter.Name) == parameter.Value.GetString(), $"'{parameter.Name}' of the callback is not kept");
            }
        }
    }

    private static void Check(Step step, UserInfo user)
    {
        foreach (var (claim, value) in step.Yields)
        {
            var actual = claim == "sub" ? user.Subject : user[claim];
            Session.Require(actual == value.GetString(), $"the claim '{claim}' is '{actual}' in place of '{value}'");
        }
    }

    /// <summary>A member that the record does not name may be anything.</summary>
    private static void Check(Step step, string name, string? actual)
    {
        if (step.Yields.TryGetValue(name, out var value))
        {
            Session.Require(actual == value.ToString(), $"'{name}' is '{actual}' in place of '{value}'");
        }
    }

    private T As<T>()
        where T : class =>
        client as T ?? throw new ImitationException($"the interface does not inherit {typeof(T).Name}");
}
