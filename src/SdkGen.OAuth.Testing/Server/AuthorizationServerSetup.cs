using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OpenIddict.EntityFrameworkCore.Models;
using OpenIddict.Server;
using OpenIddict.Validation;
using SdkGen.OAuth.Testing.Http;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace SdkGen.OAuth.Testing.Server;

/// <summary>Sets OpenIddict up: as strict as the RFCs, and as generous to clients as a test wants it.</summary>
internal static class AuthorizationServerSetup
{
    public static void AddAuthorizationServer(this IServiceCollection services, TestAuthorizationServerOptions options, SqliteConnection connection)
    {
        services.AddSingleton<AssertionCheck>();
        services.AddSingleton<ProofCheck>();
        services.AddSingleton<ProofNonces>();
        services.AddSingleton<ProofGate>();
        services.AddSingleton<RequestObjectCheck>();
        services.AddSingleton(new UserDirectory(options.Users));
        services.AddSingleton<BackchannelAuthentications>();
        services.AddSingleton<RegisteredClients>();
        services.AddDbContext<TokenDatabase>(database => database.UseSqlite(connection).UseOpenIddict());
        services.AddOpenIddict()
            .AddCore(core =>
            {
                core.UseEntityFrameworkCore().UseDbContext<TokenDatabase>();
                core.ReplaceApplicationManager<OpenIddictEntityFrameworkCoreApplication, AnyRedirectUriManager>();
            })
            .AddServer(server =>
            {
                AddEndpoints(server);
                AddGrants(server, options);
                AddRules(server, options);
                AddHandlers(server);
                if (options.MutualTls)
                {
                    server.EnableSelfSignedTlsClientAuthentication();
                    server.UseClientCertificateBoundAccessTokens();
                    server.UseClientCertificateBoundRefreshTokens();
                }

                server.UseAspNetCore().DisableTransportSecurityRequirement();
            })
            .AddValidation(validation =>
            {
                validation.UseLocalServer();
                validation.UseAspNetCore();
                validation.EnableTokenEntryValidation();
                validation.EnableAuthorizationEntryValidation();
                validation.AddEventHandler<OpenIddictValidationEvents.ValidateTokenContext>(
                    handler => handler.UseSingletonHandler<TokenConfirmation>().SetOrder(TokenConfirmation.ApiReadOrder));
            });
        AddKeys(services);
    }

    private static void AddEndpoints(OpenIddictServerBuilder server) => server
        .SetAuthorizationEndpointUris(EndpointPaths.Authorization)
        .SetPushedAuthorizationEndpointUris(EndpointPaths.PushedAuthorization)
        .SetTokenEndpointUris(EndpointPaths.Token)
        .SetDeviceAuthorizationEndpointUris(EndpointPaths.DeviceAuthorization, EndpointPaths.BackchannelAuthentication)
        .SetEndUserVerificationEndpointUris(EndpointPaths.Verification)
        .SetIntrospectionEndpointUris(EndpointPaths.Introspection)
        .SetRevocationEndpointUris(EndpointPaths.Revocation)
        .SetUserInfoEndpointUris(EndpointPaths.UserInfo)
        .SetEndSessionEndpointUris(EndpointPaths.EndSession)
        .SetJsonWebKeySetEndpointUris(EndpointPaths.Keys)
        .SetConfigurationEndpointUris(EndpointPaths.Metadata, EndpointPaths.OAuthMetadata);

    private static void AddGrants(OpenIddictServerBuilder server, TestAuthorizationServerOptions options) => server
        .AllowAuthorizationCodeFlow()
        .AllowClientCredentialsFlow()
        .AllowDeviceAuthorizationFlow()
        .AllowRefreshTokenFlow()
        .AllowTokenExchangeFlow()
        .AllowCustomFlow(AssertionCheck.GrantType)
        .SetAccessTokenLifetime(options.AccessTokenLifetime)
        .SetIssuedTokenLifetime(options.AccessTokenLifetime)
        .SetRefreshTokenLifetime(options.RefreshTokenLifetime)
        .SetIdentityTokenLifetime(options.IdTokenLifetime)
        .SetAuthorizationCodeLifetime(options.AuthorizationCodeLifetime)
        .SetDeviceCodeLifetime(options.DeviceCodeLifetime)
        .SetUserCodeLifetime(options.DeviceCodeLifetime)
        .SetRefreshTokenReuseLeeway(TimeSpan.Zero);

    private static void AddRules(OpenIddictServerBuilder server, TestAuthorizationServerOptions options)
    {
        // The permissions of a client are its grant types alone.
        server.IgnoreEndpointPermissions().IgnoreResponseTypePermissions().IgnoreScopePermissions();
        server.IgnoreAudiencePermissions().IgnoreResourcePermissions();
        server.DisableAudienceValidation().DisableResourceValidation();

        // OpenIddict has 'audience' in token exchange alone and refuses it elsewhere, where many providers want it.
        server.RemoveEventHandler(OpenIddictServerHandlers.Authentication.ValidateAudienceParameter.Descriptor);
        server.RemoveEventHandler(OpenIddictServerHandlers.Exchange.ValidateAudienceParameter.Descriptor);

        // A resource server asks about tokens of its clients: RFC 7662 leaves it to the server whom it tells.
        server.RemoveEventHandler(OpenIddictServerHandlers.Introspection.ValidateAuthorizedParty.Descriptor);

        // An API can check the signature by itself; revocation nevertheless counts at the endpoints of this server.
        server.DisableAccessTokenEncryption();
        server.Configure(rules =>
        {
            rules.CodeChallengeMethods.Remove(CodeChallengeMethods.Plain);
            rules.RequireProofKeyForCodeExchange = options.RequirePkce;
            rules.ResponseModes.UnionWith(SignedAuthorizationResponse.Modes);
            rules.RequestedTokenTypes.Add(TokenTypeIdentifiers.IdentityToken);
            rules.RequestedTokenTypes.Add(TokenTypeIdentifiers.RefreshToken);
        });

        if (options.RequirePushedAuthorizationRequests)
        {
            server.RequirePushedAuthorizationRequests();
        }

        server.RegisterScopes(Scopes.OpenId, Scopes.Profile, Scopes.Email, Scopes.Address, Scopes.Phone, Scopes.OfflineAccess);
        if (options.Scopes is { } scopes)
        {
            server.RegisterScopes([.. scopes]);
        }
        else
        {
            server.DisableScopeValidation();
        }
    }

    private static void AddHandlers(OpenIddictServerBuilder server) => server
        .AddEventHandler<HandleAuthorizationRequestContext>(handler => handler.UseSingletonHandler<UserSignIn>())
        .AddEventHandler<HandleDeviceAuthorizationRequestContext>(handler => handler.UseSingletonHandler<DeviceStart>())
        .AddEventHandler<HandleDeviceAuthorizationRequestContext>(handler => handler.UseScopedHandler<BackchannelStart>().SetOrder(BackchannelStart.Order))
        .AddEventHandler<ApplyDeviceAuthorizationResponseContext>(handler => handler.UseSingletonHandler<BackchannelReply>().SetOrder(BackchannelReply.Order))
        .AddEventHandler<ExtractTokenRequestContext>(handler => handler.UseSingletonHandler<BackchannelTokenRequests>().SetOrder(BackchannelTokenRequests.Order))
        .AddEventHandler<HandleConfigurationRequestContext>(handler => handler.UseSingletonHandler<FurtherMetadata>())
        .AddEventHandler<HandleEndUserVerificationRequestContext>(handler => handler.UseScopedHandler<DeviceApproval>())
        .AddEventHandler<HandleTokenRequestContext>(handler => handler.UseSingletonHandler<TokenGrant>())
        .AddEventHandler<HandleUserInfoRequestContext>(handler => handler.UseSingletonHandler<UserDescription>())
        .AddEventHandler<HandleIntrospectionRequestContext>(handler => handler.UseSingletonHandler<TokenDescription>())
        .AddEventHandler<HandleRevocationRequestContext>(handler => handler.UseScopedHandler<GrantRevocation>().SetOrder(GrantRevocation.Order))
        .AddEventHandler<HandleEndSessionRequestContext>(handler => handler.UseSingletonHandler<Logout>())
        .AddEventHandler<HandleConfigurationRequestContext>(handler => handler.UseSingletonHandler<ProofMetadata>())
        .AddEventHandler<ValidatePushedAuthorizationRequestContext>(handler => handler.UseSingletonHandler<PushedKey>())
        .AddEventHandler<ProcessSignInContext>(handler => handler.UseScopedHandler<TokenKey>().SetOrder(TokenKey.Order))
        .AddEventHandler<GenerateTokenContext>(handler => handler.UseSingletonHandler<TokenConfirmation>().SetOrder(TokenConfirmation.WriteOrder))
        .AddEventHandler<ValidateTokenContext>(handler => handler.UseSingletonHandler<TokenConfirmation>().SetOrder(TokenConfirmation.ReadOrder))
        .AddEventHandler<ProcessSignInContext>(handler => handler.UseSingletonHandler<TokenKind>().SetOrder(TokenKind.Order))
        .AddEventHandler<ProcessSignInContext>(handler => handler.UseSingletonHandler<RefreshTokenWish>().SetOrder(RefreshTokenWish.Order))
        .AddEventHandler<ProcessSignInContext>(handler => handler.UseSingletonHandler<StatedLifetime>().SetOrder(StatedLifetime.Order))
        .AddEventHandler<ProcessSignInContext>(handler => handler.UseSingletonHandler<AuthorizationDetails>().SetOrder(AuthorizationDetails.Order))
        .AddEventHandler<HandleConfigurationRequestContext>(handler => handler.UseSingletonHandler<SignatureMetadata>())
        .AddEventHandler<ExtractAuthorizationRequestContext>(handler =>
            handler.UseSingletonHandler<SignedAuthorizationRequest>().SetOrder(SignedAuthorizationRequest.Order))
        .AddEventHandler<ExtractPushedAuthorizationRequestContext>(handler =>
            handler.UseSingletonHandler<SignedAuthorizationRequest>().SetOrder(SignedAuthorizationRequest.Order))
        .AddEventHandler<ApplyAuthorizationResponseContext>(handler =>
            handler.UseSingletonHandler<SignedAuthorizationResponse>().SetOrder(SignedAuthorizationResponse.Order))
        .AddEventHandler<ApplyUserInfoResponseContext>(handler => handler.UseSingletonHandler<SignedReplies>().SetOrder(SignedReplies.UserInfoOrder))
        .AddEventHandler<ApplyIntrospectionResponseContext>(handler =>
            handler.UseSingletonHandler<SignedReplies>().SetOrder(SignedReplies.IntrospectionOrder));

    /// <summary>The endpoints for clients with a certificate (RFC 8705 section 5).</summary>
    private static void AddAliases(OpenIddictServerOptions options, ServerAddress address)
    {
        if (address.Tls is { } tls)
        {
            options.MtlsTokenEndpointAliasUri = new(tls, EndpointPaths.Token);
            options.MtlsPushedAuthorizationEndpointAliasUri = new(tls, EndpointPaths.PushedAuthorization);
            options.MtlsDeviceAuthorizationEndpointAliasUri = new(tls, EndpointPaths.DeviceAuthorization);
            options.MtlsIntrospectionEndpointAliasUri = new(tls, EndpointPaths.Introspection);
            options.MtlsRevocationEndpointAliasUri = new(tls, EndpointPaths.Revocation);
            options.MtlsUserInfoEndpointAliasUri = new(tls, EndpointPaths.UserInfo);
        }
    }

    /// <summary>Keys and issuer are read whenever the options are made: after the start, and after each rotation.</summary>
    private static void AddKeys(IServiceCollection services)
    {
        services.AddOptions<OpenIddictServerOptions>()
            .Configure<SigningKeyRing, ServerAddress>((options, keys, address) =>
            {
                options.Issuer = address.Base;
                AddAliases(options, address);
                options.SigningCredentials.Add(keys.Current);
                options.EncryptionCredentials.Add(keys.Encryption);
            })
            .PostConfigure<SigningKeyRing>((options, keys) => options.TokenValidationParameters.IssuerSigningKeys = keys.All);
        services.AddOptions<OpenIddictValidationOptions>()
            .Configure<SigningKeyRing>((options, keys) =>
            {
                foreach (var key in keys.All)
                {
                    if (options.Configuration!.SigningKeys.All(known => known != key))
                    {
                        options.Configuration.SigningKeys.Add(key);
                    }
                }
            });
    }
}
