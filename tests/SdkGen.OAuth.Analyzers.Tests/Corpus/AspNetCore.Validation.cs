// What ASP.NET Core's handlers are told to check, and what not.
using System;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.IdentityModel.Tokens;

public class Startup
{
    private readonly IConfiguration _configuration;
    private readonly IWebHostEnvironment _environment;

    public void ConfigureServices(IServiceCollection services)
    {
        services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme)
            .AddJwtBearer("unchecked", options =>
            {
                options.Authority = "https://login.acme.example";
                options.RequireHttpsMetadata = false; // expect: OAUTH6003
                options.TokenValidationParameters = new TokenValidationParameters
                {
                    ValidateIssuer = false, // expect: OAUTH6001
                    ValidateLifetime = false, // expect: OAUTH6001
                    RequireSignedTokens = false, // expect: OAUTH6002
                };
            })
            .AddJwtBearer("configured", options =>
            {
                options.Authority = _configuration["Authority"];
                options.RequireHttpsMetadata = _configuration.GetValue<bool>("RequireHttps");
                options.TokenValidationParameters.ValidAudience = _configuration["Audience"];
            });
    }

    public void Local(IServiceCollection services)
    {
        services.AddAuthentication().AddJwtBearer(options =>
        {
            options.Authority = "http://localhost:5000";
            options.RequireHttpsMetadata = false; // expect: OAUTH6003 (info)
        });
        if (_environment.IsDevelopment())
        {
            services.Configure<JwtBearerOptions>(options => options.RequireHttpsMetadata = false);
        }
    }

    public void OwnTokens(IServiceCollection services)
    {
        var key = Encoding.UTF8.GetBytes(_configuration["Jwt:Key"]);
        services.AddAuthentication().AddJwtBearer(options => options.TokenValidationParameters = new TokenValidationParameters
        {
            IssuerSigningKey = new SymmetricSecurityKey(key),
            ValidateIssuerSigningKey = true,
            ValidateIssuer = false, // expect: OAUTH6001 (info)
            ValidateAudience = false, // expect: OAUTH6001 (info)
        });
    }

    public void AccessTokens(IServiceCollection services)
    {
        services.AddAuthentication().AddJwtBearer(options =>
        {
            options.Authority = "https://login.acme.example";
            options.TokenValidationParameters.ValidateAudience = false; // expect: OAUTH6001 (info)
            options.TokenValidationParameters.ValidTypes = new[] { "at+jwt" };
        });
    }

    private TokenValidationParameters ForExpiredToken() => new TokenValidationParameters
    {
        ValidateLifetime = false, // expect: OAUTH6001 (info)
        ValidIssuer = "https://login.acme.example",
    };

    public void Unsigned(JwtBearerOptions options)
    {
        options.TokenValidationParameters.SignatureValidator = (token, parameters) => new JwtSecurityToken(token); // expect: OAUTH6002
        options.TokenValidationParameters.LifetimeValidator = (from, until, token, parameters) => until > DateTime.UtcNow;
    }
}
