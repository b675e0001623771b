# Two images from one build: `hub` and `mocks` (docs/operations/compose.md).
FROM ubuntu:26.04 AS build
RUN apt-get update \
    && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends dotnet-sdk-10.0 nodejs npm \
    && rm -rf /var/lib/apt/lists/*
WORKDIR /source
COPY . .
# Named, so that the hub is compiled ahead and starts in half the time.
ARG RID=linux-x64
RUN dotnet publish src/MCU.Integration.Hub -c Release -r $RID --self-contained false -o /out/hub \
    && dotnet publish src/MCU.Integration.Mocks -c Release -r $RID --self-contained false -o /out/mocks

FROM ubuntu:26.04 AS runtime
RUN apt-get update \
    && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends aspnetcore-runtime-10.0 curl libicu-dev tzdata \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --system --no-create-home hub \
    && install -d -o hub -m 700 /data
WORKDIR /app
USER hub

FROM runtime AS mocks
COPY --from=build /out/mocks bin/
COPY mocks/ mocks/
ENTRYPOINT ["bin/MCU.Integration.Mocks"]

FROM runtime AS hub
COPY --from=build /out/hub bin/
COPY adapters/ adapters/
COPY mappings/ mappings/
COPY rules/ rules/
COPY workflows/ workflows/
ENV ASPNETCORE_URLS=http://0.0.0.0:8080 Hub__Content__Root=/app Hub__DataDirectory=/data DOTNET_GCgen0size=0x2000000
EXPOSE 8080
VOLUME /data
ENTRYPOINT ["bin/MCU.Integration.Hub"]
