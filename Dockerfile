# syntax=docker/dockerfile:1
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
RUN apt-get update && apt-get install -y --no-install-recommends nodejs npm && rm -rf /var/lib/apt/lists/*
WORKDIR /src
COPY . .
RUN dotnet publish Gera.Hub -c Release -o /app --nologo

FROM mcr.microsoft.com/dotnet/aspnet:10.0
WORKDIR /app
COPY --from=build /app .
ENV ASPNETCORE_URLS=http://+:8080 Hub__DataDirectory=/data
RUN mkdir /data && chown $APP_UID /data
USER $APP_UID
EXPOSE 8080
# The hub asks itself, so the image needs no other program.
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s CMD ["dotnet", "Gera.Hub.dll", "--health"]
# ConnectionStrings__Hub must be given: the image brings no database.
ENTRYPOINT ["dotnet", "Gera.Hub.dll"]
