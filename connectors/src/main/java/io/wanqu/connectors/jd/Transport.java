package io.wanqu.connectors.jd;

import io.wanqu.connector.Secret;
import java.util.Map;

/** One of the two ways to JD, which of them an account says. */
interface Transport {

    Envelope send(Call call, Map<String, ?> parameters, Secret token);
}
